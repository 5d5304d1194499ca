/// The commonest phrases of Vietnamese newspapers, of three or more syllables, the most frequent last.
///
/// The codes of stored articles are compressed with a dictionary made of them, which must never be changed.
enum CommonPhrases {
    /// The phrases, each with the preceding space.
    static let all = text.utf8.split { $0 <= 0x20 }.map { phrase in
        [0x20] + phrase.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }
    }

    /// Phrases are separated by a space or a line break; an underscore represents each space inside a phrase.
    private static let text = """
        có_quan_hệ_tình có_đường_kính là_năm_thứ làm_quen_với lời_kể_của nghiệp_nhỏ_và người_đàn_ông_khác ra_đi_của
        số_phận_của vừa_và_nhỏ được_lên_kế_hoạch Trao_đổi_với_báo cho_nền_kinh_tế chữ_ký_của có_thông_tin_về
        dạy_và_học khí_hạt_nhân_của sự_lãnh_đạo_của tạo_thuận_lợi_cho tội_phạm_ma với_tất_cả_các với_tỷ_số
        chống_thiên_tai_và của_pháp_luật_về lại_lợi_ích_cho phạm_về_ma_tuý song_song_với thân_cận_của
        đoàn_công_tác_của được_cho_là_đang bày_tỏ_lo cuộc_không_kích_của cuộc_điều_tra_của của_riêng_mình
        dừng_lại_ở_đó kiến_chỉ_đạo_của lý_nhà_nước_về nhằm_đối_phó_với trang_cá_nhân_của tác_hại_của được_cho_là_sẽ
        bày_tỏ_hy các_đối_tượng_đã lại_ở_đó trái_quy_định_của tương_tác_với với_báo_giới đã_xác_định_được chiếc_xe_ô
        có_biện_pháp_xử của_gia_đình_ông gây_thiệt_hại_về hệ_ngoại_giao_với nhỏ_và_vừa được_tại_ngoại để_phục_vụ_cho
        buôn_bán_ma chưa_xác_định_được chủ_đầu_tư_đã có_buổi_làm_việc ga_hành_khách gây_nguy_hiểm_cho thuộc_sở_hữu_của
        trong_đó_có_cả đang_đối_mặt_với đặc_trưng_của kiện_thuận_lợi_cho lệnh_trừng_phạt_của lời_câu_hỏi_của
        ro_thiên_tai trong_khu_vực_và được_sử_dụng_để Theo_tìm_hiểu_của cao_hơn_so có_hoàn_cảnh_khó vận_chuyển_ma
        về_mối_quan_hệ các_vấn_đề_về quan_công_an_đã quyền_địa_phương_đã sự_giúp_đỡ_của được_kỳ_vọng_sẽ
        Theo_ghi_nhận_của người_phát_ngôn_của tố_bị_can_và xảy_ra_va Thương_binh_và cuộc_phỏng_vấn_với có_văn_bản_gửi
        hợp_chặt_chẽ_với Kiểm_sát_nhân_dân Trong_số_này Vụ_việc_đang_được biên_tập_viên chuyện_gì_xảy_ra
        các_bậc_cha_mẹ các_cơ_quan_nhà các_hoạt_động_quân của_không_khí_lạnh cửa_hàng_tiện_lợi do_vì_sao
        do_vết_thương_quá dân_sống_gần giấy_khai_sinh gây_mất_an hai_cha_con hàng_tiện_lợi hưởng_nghiêm_trọng_đến
        hội_mùa_đông kính_chắn_gió kỳ_quay_số liên_quan_đến_hoạt luận_về_vấn_đề là_nguyên_nhân_khiến
        mang_biển_kiểm_soát nền_kinh_tế_lớn phát_đi_thông phải_lần_đầu_tiên phải_nhập_viện_cấp sản_có_giá_trị
        thuốc_bảo_vệ_thực thể_ảnh_hưởng_đến tin_về_vụ_việc tiện_thông_tin_đại trong_thang_máy tâm_dự_báo_khí
        tắc_cục_bộ tố_bị_can_đối tự_nhận_mình vi_vi_phạm_pháp viết_thể_hiện_quan về_hành_vi_giết với_tổng_mức_đầu
        xử_lý_nghiêm_theo đang_tạm_giữ_hình đưa_tới_bệnh_viện để_giải_quyết_vấn dành_riêng_cho mối_quan_hệ_của
        sự_tham_dự_của tính_với_ma_tuý đã_khởi_tố_vụ Bộ_tư_lệnh Các_nhà_khoa_học Khi_được_hỏi_về Theo_thống_kê_của
        Vụ_việc_đang bắt_tay_vào bắt_tạm_giam_đối chính_sách_ưu các_bậc_cha các_công_tố_viên các_kỹ_sư
        các_quan_chức_cấp cảnh_sát_cơ_động gây_thất_thoát gửi_lời_chia_buồn hành_vi_hiếp_dâm hưởng_của_không_khí
        không_xuất_trình làm_suy_yếu máy_xử_lý_rác mạng_xã_hội_xuất mẹ_đơn_thân một_mối_quan_hệ một_số_điều_của
        một_trong_những_nguyên nghiệp_công_nghệ_cao nghị_các_cơ_quan người_điều_khiển_xe nhiệm_gây_hậu_quả
        nhà_lập_pháp nhân_có_liên_quan nhận_toàn_bộ_hành phạm_các_quy_định quan_chức_năng_tỉnh rừng_phòng_hộ
        số_điều_của theo_giờ_địa_phương thể_thao_và_du thời_gian_sớm_nhất tra_làm_rõ_nguyên triển_kinh_tế_xã
        trách_nhiệm_gây_hậu trách_nhiệm_hữu_hạn trên_trường_quốc_tế ty_trách_nhiệm_hữu tìm_mọi_cách tăng_đột_biến
        tục_điều_tra_làm tự_động_không_dừng vi_hiếp_dâm viên_trong_gia_đình vài_giờ_sau vụ_tấn_công_này
        đang_tiến_hành_điều đang_điều_tra_làm điểm_xảy_ra_vụ đoàn_dầu_khí đôi_nam_nữ được_thiết_kế_để
        được_điều_trị_tại đạo_các_đơn_vị đồng_minh_thân_cận động_không_dừng giao_hữu_với là_cơ_hội_để sự_góp_mặt_của
        tượng_trưng_cho được_biết_đến_là để_đổi_lấy Khu_kinh_tế cao_giai_đoạn_cuối chống_tác_hại con_sư_tử
        cuộc_nội_chiến các_cơ_quan_quản các_hành_vi_vi các_trang_mạng có_dấu_hiệu_vi dưới_lòng_đất
        giấy_chứng_nhận_quyền gặp_khó_khăn_trong khách_giường_nằm không_lâu_sau kinh_tế_gây_hậu lan_can_cầu
        lý_kinh_tế_gây minh_thân_cận mở_tỷ_số nghe_thấy_tiếng người_trái_pháp_luật phạt_tiền_từ ra_quyết_định_xử
        thẳng_trên_bán_đảo trong_chiến_dịch_tranh trong_trường_hợp_này trông_giữ_xe trước_báo_giới trận_bán_kết
        tầm_cao_giai_đoạn tế_gây_hậu_quả việc_đang_được_cơ vụ_đầu_độc vừa_ra_quyết_định được_xây_dựng_trên
        để_điều_tra_hành đồng_bằng_sông thể_chấp_nhận_được với_biến_đổi_khí Liên_quan_đến_việc Lợi_dụng_chức_vụ
        Trong_số_các bản_sắc_văn bảo_vệ_thực_vật cuộc_trưng_cầu các_phương_tiện_truyền các_thành_phố_lớn
        các_đơn_vị_chức cách_hành_xử cứu_trong_tình_trạng do_ảnh_hưởng_của dựng_nông_thôn_mới huy_hiệu_quả
        hạt_nhân_hoá_bán không_nói_rõ lượng_chiều_mua_vào một_bé_trai phiên_giao_dịch_ngày ra_đầu_thú
        thông_tin_đại_chúng thể_bỏ_qua tin_đại_chúng triển_nguồn_nhân_lực trên_địa_bàn_phường trích_xuất_camera
        và_xử_lý_nghiêm về_quản_lý_kinh vị_thành_niên xe_cơ_giới đường_ống_dẫn địa_phận_xã Ảnh_cắt_từ
        đang_phối_hợp_với Các_nhà_phân_tích Hai_nhà_lãnh_đạo Về_vấn_đề_này chịu_trách_nhiệm_trước các_món_ăn
        hạn_trong_khi_thi khiển_phương_tiện_giao khoảng_thời_gian_từ không_liên_quan_đến lượng_chiều_bán_ra
        lượng_chiều_mua lập_biên_bản_xử lời_chia_buồn nhân_được_xác_định nhận_hành_vi_phạm nơi_cư_trú
        nền_kinh_tế_thành pháo_phản_lực phó_tổng_giám_đốc phạt_tù_từ phải_kể_đến sách_giáo_khoa trò_quan_trọng_trong
        tàu_điện_ngầm tù_chung_thân tại_kỳ_họp_thứ vào_đuôi_xe vết_thương_quá_nặng đã_chỉ_đạo_các đạo_các_cơ_quan
        đầu_được_xác_định Tuyên_bố_của sản_xuất_ma trung_thành_với Hiện_vụ_việc_đang báo_khí_tượng_thuỷ
        bảo_an_toàn_cho các_biện_pháp_nghiệp các_đơn_vị_nghiệp có_nguồn_gốc_từ của_công_ty_này hạt_nhân_và_tên
        không_khác_gì không_tố_giác liên_quan_đến_vấn lần_đầu_tiên_trong nhân_và_tên_lửa phát_triển_du
        phần_tử_khủng_bố quan_điều_tra_đã rối_trật_tự_công tiếp_tục_duy tra_tội_phạm_về tổng_tuyển_cử tờ_vé_số
        vào_ban_đêm Đoàn_đại_biểu_cấp đang_điều_trị_tại va_chạm_với_xe Cú_va_chạm an_sinh_xã_hội bị_cô_lập
        cầu_các_đơn_vị của_cộng_đồng_quốc gây_rối_trật_tự gây_áp_lực_lên không_qua_khỏi người_bị_thương_nặng
        nhà_cao_tầng nói_với_các_phóng nước_về_quản_lý sáng_hôm_sau sát_cơ_động thương_quá_nặng toàn_vệ_sinh_thực
        tra_làm_rõ_vụ trong_những_năm_gần vệ_thực_vật độ_phân_giải độ_rủi_ro_thiên chịu_trách_nhiệm_về để_đối_phó_với
        An_toàn_giao_thông Vụ_tai_nạn_khiến chính_sách_tiền_tệ chạm_với_xe các_cơ_quan_báo có_liên_quan_tới
        có_nguy_cơ_bị cấp_có_thẩm_quyền huy_quân_sự lý_chất_thải_rắn lập_quan_hệ_ngoại mối_đe_doạ_từ nơi_xảy_ra_vụ
        trị_tại_bệnh_viện tại_sân_bay_quốc tố_giác_tội_phạm xe_mô_tô đích_sử_dụng_đất được_bổ_nhiệm_làm
        được_trang_bị_hệ định_xử_phạt_vi Thế_vận_hội bị_biến_dạng bị_hư_hỏng_nặng chạy_cùng_chiều các_cơ_sở_giáo
        gia_các_hoạt_động loại_trừ_khả_năng nhất_trên_thế_giới nhất_từ_trước_đến nhận_quyền_sử_dụng sách_tiền_tệ
        trong_màu_áo trong_thời_gian_ngắn tâm_áp_thấp_nhiệt tự_an_toàn_giao vụ_thử_hạt_nhân xe_gắn_máy đã_yêu_cầu_các
        đóng_vai_trò_quan Theo_báo_cáo_của bốc_cháy_dữ có_trụ_sở_tại công_cụ_hỗ của_người_hâm hàng_chục_mét
        hành_vi_dâm_ô mưa_đá_và_gió quyết_định_bổ vi_dâm_ô vong_sau_đó với_tư_cách_là Điều_đáng_nói_là đá_và_gió_giật
        Không_những_thế bị_truy_nã cứu_trách_nhiệm_hình gia_trên_thế_giới giấy_thông_hành khi_thi_hành_công
        người_thi_hành_công năng_xảy_ra_tố quan_chức_năng_xác trong_tư_thế truy_xuất_nguồn_gốc vi_phạm_tội_của
        vào_giờ_cao_điểm được_sử_dụng_trong đặc_quyền_kinh_tế luật_sư_bào sẻ_kinh_nghiệm sự_cố_môi Do_ảnh_hưởng_của
        các_sở_ngành cứu_tại_bệnh_viện lửa_đạn_đạo_liên phòng_cháy_chữa_cháy quy_phạm_pháp_luật quân_lục_chiến
        trong_bài_phát_biểu truy_xuất_nguồn trên_diện_rộng và_phát_huy văn_bản_quy_phạm vị_sự_nghiệp_công xe_bán_tải
        xe_cứu_thương được_đăng_tải_trên để_phục_vụ_công dịch_tranh_cử_của gây_khó_khăn_cho Ghi_nhận_của Kể_từ_đó
        Kỳ_họp_thứ Về_phần_mình biểu_quyết_thông_qua bán_trái_phép_chất bị_ảnh_hưởng_bởi làm_trái_quy_định
        một_nam_thanh_niên một_vụ_tai nhiệm_hữu_hạn những_người_xung quan_quản_lý_nhà thành_hiện_thực
        viện_trong_tình_trạng xe_đầu_kéo đi_cấp_cứu_tại đặc_phái_viên đổ_lỗi_cho các_mối_đe_doạ cựu_điệp_viên
        quan_chức_năng_đang sẽ_ảnh_hưởng_đến trang_mạng_xã_hội trên_địa_bàn_huyện vụ_công_tác_điều đạn_đạo_liên_lục
        đạo_liên_lục_địa Quan_điểm_của của_nền_kinh_tế chẳng_hạn_như các_cơ_quan_liên các_phần_tử hút_sự_quan_tâm
        rõ_nguyên_nhân_vụ thuế_tiêu_thụ_đặc tiếng_nổ_lớn đang_lên_kế_hoạch Quan_hệ_giữa chính_sách_hỗ mây_thay_đổi
        ngũ_cán_bộ ninh_khu_vực đội_ngũ_cán Quốc_đại_lục Tại_cơ_quan_điều các_quốc_gia_khác dương_tính_với_ma
        khi_xảy_ra_sự người_tham_gia_giao trên_địa_bàn_xã tính_với_ma từ_nay_đến xao_dư_luận định_khởi_tố_bị
        hơn_nhiều_so trong_và_ngoài_nước chương_trình_nghị_sự các_tài_xế có_hiệu_lực_từ có_mối_quan_hệ gây_thương_vong
        là_một_phần_trong tàu_chở_dầu tạo_điều_kiện_thuận bãi_đỗ_xe dùng_dao_đâm khí_tượng_thuỷ_văn mang_số_hiệu
        quyết_các_vấn_đề truy_cứu_trách_nhiệm ý_kiến_trái_chiều có_mưa_rào_và hình_thức_kỷ khiến_người_hâm
        sung_quy_định theo_yêu_cầu_của Đó_cũng_là cố_ý_làm_trái huynh_học_sinh sở_cai_nghiện trở_nên_căng vật_hoang_dã
        yêu_cầu_bồi gắn_liền_với hơn_bao_giờ_hết khi_gây_án lấy_phiếu_tín_nhiệm lửa_đạn_đạo_tầm sát_điều_tra_tội
        vụ_tấn_công_khủng ở_ngoại_ô Vào_thời_điểm vệ_sinh_môi Tại_cơ_quan_công công_tố_viên_đặc không_ảnh_hưởng_đến
        kiến_trái_chiều lượng_chức_năng_phát nhiều_khả_năng_sẽ trầm_cảm_sau_sinh xử_lý_nghiêm_các án_đầu_tư_xây
        được_đánh_giá_cao Cùng_thời_điểm không_để_xảy những_thành_tựu thao_và_du_lịch tổ_chức_đám xử_lý_dứt
        được_cơ_quan_chức Ban_quản_lý_dự Báo_điện_tử Bệnh_viện_đa_khoa Vụ_việc_xảy_ra dụng_các_biện_pháp
        nút_giao_thông phóng_thử_tên_lửa quan_cảnh_sát_điều quyết_định_kỷ ra_vụ_tai_nạn tượng_thuỷ_văn điều_tra_bổ
        Khu_đô_thị dịch_vụ_ngân gửi_lời_chúc lửa_đạn_đạo_xuyên người_dân_tộc thiết_quân_luật vấn_an_ninh_quốc
        đạn_đạo_xuyên_lục đạo_xuyên_lục_địa đẩy_nhanh_tiến_độ đề_liên_quan_đến sự_xuất_hiện_của với_sự_hỗ
        Ban_thường_vụ các_thành_viên_trong cố_ý_gây_thương giá_khởi_điểm quan_chức_năng_đã tra_nguyên_nhân_vụ
        trên_bầu_trời tư_cách_là tội_phạm_về_ma án_tử_hình Mối_quan_hệ cuộc_thăm_dò công_tác_cán soát_chặt_chẽ
        sự_ủng_hộ_của viện_đa_khoa_tỉnh Qua_kiểm_tra dao_động_từ hay_còn_gọi_là khi_xảy_ra_vụ với_bạn_bè
        được_mệnh_danh_là Tại_buổi_làm_việc Viện_kiểm_sát các_vấn_đề_liên cảm_sau_sinh hay_còn_gọi kho_vũ_khí
        người_phụ_nữ_này tầm_quan_trọng_của tổ_dân_phố Động_thái_này đang_trong_giai độ_cao_nhất_từ Hãng_hàng_không
        sự_cố_xảy được_vinh_danh các_mối_quan_hệ cố_ý_gây đẩy_nhanh_tiến phạm_quy_định_về sự_hỗ_trợ_của
        Bài_viết_thể_hiện Dự_báo_thời_tiết Giá_vàng_hôm_nay Khu_công_nghiệp Mục_tiêu_của Nhận_được_thông bên_lề_hội
        bị_hư_hại cá_sủ_vàng các_nước_láng nhận_hối_lộ phi_hành_đoàn tố_viên_đặc_biệt vụ_phóng_tên_lửa ý_làm_trái_quy
        Đây_sẽ_là Đây_được_xem_là chuyến_công_du xúc_cử_tri Nga_can_thiệp_bầu trình_nghị_sự vụ_thử_tên_lửa
        định_khởi_tố_vụ Cựu_tổng_thống dứt_hợp_đồng kết_quả_giám tuệ_nhân_tạo vùng_đặc_quyền_kinh Dự_báo_thời
        chủ_đầu_tư_dự còn_sót_lại cơ_sở_dữ hai_mẹ_con một_số_cán thao_và_du áp_dụng_biện được_đưa_ra_sau
        độ_thấp_nhất_từ Theo_các_chuyên_gia các_hãng_hàng_không khám_nghiệm_tử_thi trên_địa_bàn_thành mì_ăn_liền
        sử_dụng_ma thường_xuyên_xảy trong_tương_lai_gần vàng_bạc_đá_quý Liên_hợp_quốc rút_khỏi_thoả trận_giao_hữu
        tầm_cao_giai Đây_được_coi_là sóc_sức_khỏe Quốc_hội_khóa ra_quyết_định_khởi Điều_đáng_nói được_kiểm_soát
        đến_thời_điểm_hiện Giới_phân_tích Toà_án_nhân_dân khai_thác_cát nhà_đầu_tư_nước phạt_vi_phạm_hành
        quan_có_thẩm_quyền sóc_sức_khoẻ sự_phát_triển_của Chủ_đầu_tư gây_xôn_xao_dư hầu_như_không quay_số_mở_thưởng
        trong_và_ngoài Phát_ngôn_viên cuộc_bầu_cử_tổng các_nền_kinh_tế nghiệm_tử_thi được_tổ_chức_tại Ngay_lập_tức
        điện_thoại_di Căn_cứ_vào hai_nhà_lãnh_đạo nhân_vụ_tai_nạn bản_quy_phạm_pháp chuyện_gì_xảy kinh_tế_vĩ_mô
        lật_đổ_chính những_người_ủng nước_giải_khát trong_cuộc_phỏng trưng_cầu_dân_ý vụ_tai_nạn_xảy năm_trở_lại_đây
        Giới_chuyên_gia Tham_mưu_trưởng bắt_nguồn_từ chối_bình_luận gây_ô_nhiễm_môi làm_ảnh_hưởng_đến lãnh_sự_quán
        phép_chất_ma_túy phòng_thí_nghiệm Đây_không_phải_là Chiều_cùng_ngày khi_sự_việc_xảy nảy_sinh_ý_định
        tiêu_phát_triển_bền viên_thuốc_lắc ninh_điều_tra tuý_tổng_hợp không_có_khả sau_khi_xảy sàng_chiến_đấu
        Giá_vàng_thế_giới Giấy_chứng_nhận giá_tác_động_môi đạt_được_thoả đảo_chiếm_đoạt_tài Theo_thông_tin_từ
        hút_sự_chú_ý lượng_giãn_nước ngạch_thương_mại nảy_sinh_ý và_rải_rác_có đang_lẩn_trốn mối_đe_dọa tế_vĩ_mô
        Tổng_thống_đắc hiện_các_biện thống_phòng_thủ_tên vụ_tai_nạn_giao để_kiểm_soát để_đảm_bảo_an đội_mũ_bảo_hiểm
        Chiếc_máy_bay Thủ_tướng_nhấn thập_thông_tin Huấn_luyện_viên Thêm_vào_đó người_di_cư rào_và_dông_vài
        và_dông_vài_nơi vụ_hoả_hoạn yết_ở_mức viện_đa_khoa cước_công_dân gắn_bó_với khu_vực_lân_cận vực_lân_cận
        xảy_ra_mâu giải_quyết_dứt câu_lạc_bộ tổng_vốn_đầu_tư ý_gây_thương_tích cho_người_khuyết tiềm_ẩn_nguy_cơ
        đơn_thuần_là Hầu_hết_các lý_theo_quy_định mại_và_đầu_tư nhật_thông_tin tài_khoản_ngân và_gió_giật_mạnh
        kê_khai_tài_sản Kể_từ_khi trường_vụ_tai không_gây_thiệt đồng_thời_khẳng Phó_tổng_giám mại_điện_tử sẻ_thông_tin
        thời_điểm_xảy xử_lý_kỷ hành_động_khiêu tình_trạng_khẩn Cảng_hàng_không_quốc Thay_vào_đó hài_cốt_liệt_sĩ
        với_cùng_kỳ_năm không_loại_trừ_khả vụ_việc_xảy đường_ai_nấy_đi Trả_lời_câu_hỏi bị_ngộ_độc không_đội_mũ_bảo
        loại_trừ_khả người_đã_thiệt phe_đối_lập lượng_chức_năng_đã Sự_việc_xảy_ra Theo_thông_tin_ban
        chấn_thương_sọ_não gây_hậu_quả_nghiêm thẻ_căn_cước Lần_đầu_tiên các_nhà_nghiên trong_bối_cảnh_căng Ban_cán_sự
        Sống_chung_với_mẹ các_đơn_vị_liên trong_tình_trạng_nguy được_sự_ủng thương_sọ_não sung_một_số_điều
        tình_trạng_nguy_kịch Chúng_ta_sẽ Tổ_công_tác gây_rối_trật ký_túc_xá trên_địa_bàn_tỉnh mại_tự_do Giới_quan_sát
        Nữ_diễn_viên bồi_thường_thiệt hài_cốt_liệt hạ_cánh_khẩn lấy_phiếu_tín quãng_thời_gian xảy_ra_tai gây_tổn_hại
        đường_vành_đai đáp_ứng_nhu diễn_biến_phức Hãng_thông_tấn một_cuộc_phỏng đệ_nhất_phu_nhân thi_hành_kỷ
        nhuận_sau_thuế trong_quá_khứ tổng_mức_đầu_tư cây_xà_cừ giải_quyết_khiếu luồng_giao_thông nhiếp_ảnh_gia
        bảo_an_ninh_trật Đệ_nhất_phu_nhân được_chia_sẻ được_giới_thiệu Liên_quan_đến_vụ tiềm_ẩn_nguy được_dập_tắt
        tàu_vỏ_thép Độ_ẩm_từ ô_nhiễm_môi tai_nạn_xảy Ví_dụ_như bay_không_người_lái hội_chọi_trâu rải_rác_có_dông
        trường_mầm_non nồng_độ_cồn Đây_không_phải dịch_tả_lợn_châu sự_tham_gia_của các_cuộc_đàm máy_bay_ném_bom
        chánh_văn_phòng đệ_nhất_phu Cảng_hàng_không Trong_cơn_dông_có cắp_tài_sản Đệ_nhất_phu Nhận_tin_báo
        không_ngần_ngại bộ_sưu_tập cơn_dông_có_khả dân_tộc_thiểu_số bay_ném_bom dông_có_khả_năng các_tổ_chức_tín
        trả_lời_phỏng Dưới_đây_là Chia_sẻ_về ninh_trật_tự có_khả_năng_xảy có_thể_xảy dải_phân_cách làm_dấy_lên
        phép_chất_ma_tuý sự_việc_xảy vong_tại_chỗ mưa_rào_và_dông đang_cố_gắng thiệp_bầu_cử bị_thiêu_rụi bảo_vệ_môi
        Nhận_được_tin_báo mùi_hôi_thối đã_tử_vong oanh_tạc_cơ Chia_sẻ_với tộc_thiểu_số phát_triển_bền Đáng_chú_ý
        an_ninh_trật trong_tương_lai các_lệnh_trừng ninh_quốc_gia chống_tham_nhũng biện_pháp_trừng
        """
}
